import { type Gl, quadsOf } from './gl.ts'

const VERTEX = `#version 300 es
layout(location=0) in vec2 corner;
layout(location=1) in float one;
out vec2 texel;
void main() {
  texel = corner * 0.5 + 0.5;
  gl_Position = vec4(corner * one, 0.0, 1.0);
}`

const FRAGMENT = `#version 300 es
precision mediump float;
in vec2 texel;
uniform sampler2D picture;
uniform vec3 paper;
uniform float left;
out vec4 colour;
void main() {
  colour = vec4(mix(paper, texture(picture, texel).rgb, left), 1.0);
}`

/**
 * Keeps what is drawn as a picture, and draws it paler: what stands out changes under the pointer, what lies behind does
 * not, and is drawn anew only where the view or the network has changed.
 */
export function backdropOf(gl: Gl) {
  const quads = quadsOf(gl, VERTEX, FRAGMENT, [1])
  const whole = quads.batch()
  whole.fill(0, new Float32Array([1]))
  const texture = gl.createTexture()
  gl.activeTexture(gl.TEXTURE1)
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
  gl.activeTexture(gl.TEXTURE0)
  return {
    keep: (width: number, height: number) => {
      gl.activeTexture(gl.TEXTURE1)
      gl.copyTexImage2D(gl.TEXTURE_2D, 0, gl.RGB, 0, 0, width, height, 0)
      gl.activeTexture(gl.TEXTURE0)
    },
    /** `left`: how much of it is left on the paper, 0 to 1. */
    draw: (paper: readonly [number, number, number], left: number) => {
      quads.use()
      gl.uniform1i(quads.uniform('picture'), 1)
      gl.uniform3f(quads.uniform('paper'), ...paper)
      gl.uniform1f(quads.uniform('left'), left)
      whole.draw()
    },
  }
}

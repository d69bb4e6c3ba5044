import { type Gl, quadsOf } from './gl.ts'
import type { NetworkEdge } from './graph.ts'
import { INFORMAL_DASH, LOOKS, type Tone } from './looks.ts'
import type { Places } from './nearest.ts'

export const TONES = ['ink', 'soft', 'signal'] as const satisfies Tone[]

const VERTEX = `#version 300 es
layout(location=0) in vec2 corner;
layout(location=1) in vec4 ends;
layout(location=2) in vec4 look;
uniform vec3 view;
uniform vec2 size;
uniform float thickness;
out float along;
out float across;
flat out vec4 style;
void main() {
  vec2 a = ends.xy * view.z + view.xy, b = ends.zw * view.z + view.xy;
  float reach = max(length(b - a), 0.001);
  vec2 ahead = (b - a) / reach;
  style = vec4(max(look.x * thickness, 0.6), look.yzw);
  along = (corner.x * 0.5 + 0.5) * reach;
  across = corner.y * (style.x * 0.5 + 0.5);
  vec2 spot = a + ahead * along + vec2(-ahead.y, ahead.x) * across;
  gl_Position = vec4((spot / size * 2.0 - 1.0) * vec2(1.0, -1.0), 0.0, 1.0);
}`

const FRAGMENT = `#version 300 es
precision mediump float;
in float along;
in float across;
flat in vec4 style;
uniform vec3 tones[3];
uniform float opacity;
out vec4 colour;
void main() {
  float cover = clamp(style.x * 0.5 + 0.5 - abs(across), 0.0, 1.0);
  if (style.y > 0.0) {
    float at = mod(along, style.y + style.z);
    cover *= clamp(min(at, style.y - at) + 0.5, 0.0, 1.0);
  }
  float alpha = cover * opacity;
  colour = vec4(tones[int(style.w)] * alpha, alpha);
}`

/** Draws lines whose thickness and dashes are in pixels, however near one looks. */
export const edgeQuads = (gl: Gl) => quadsOf(gl, VERTEX, FRAGMENT, [4, 4])

/** x, y of both ends of each edge. */
export function endsOf(edges: readonly NetworkEdge[], places: Places): Float32Array {
  const ends = new Float32Array(4 * edges.length)
  edges.forEach(({ from, to }, at) => {
    ends.set([places[2 * from]!, places[2 * from + 1]!, places[2 * to]!, places[2 * to + 1]!], 4 * at)
  })
  return ends
}

/** Width, dash, gap and tone of each edge. */
export function edgeLooksOf(edges: readonly NetworkEdge[]): Float32Array {
  const looks = new Float32Array(4 * edges.length)
  edges.forEach(({ word, isInformal }, at) => {
    const { width, tone, dash = isInformal ? INFORMAL_DASH : [0, 0] } = LOOKS[word]
    looks.set([width, dash[0]!, dash[1]!, TONES.indexOf(tone)], 4 * at)
  })
  return looks
}

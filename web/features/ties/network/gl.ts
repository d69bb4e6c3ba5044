export type Gl = WebGL2RenderingContext

function compiled(gl: Gl, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind)!
  gl.shaderSource(shader, source)
  gl.compileShader(shader)
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
    throw new Error(gl.getShaderInfoLog(shader) ?? 'shader')
  return shader
}

/** Draws one quad for each instance. `per` says how many numbers an instance has in each attribute, in order of location. */
export function quadsOf(gl: Gl, vertex: string, fragment: string, per: readonly number[]) {
  const program = gl.createProgram()
  gl.attachShader(program, compiled(gl, gl.VERTEX_SHADER, vertex))
  gl.attachShader(program, compiled(gl, gl.FRAGMENT_SHADER, fragment))
  gl.linkProgram(program)
  const corners = gl.createBuffer()
  gl.bindBuffer(gl.ARRAY_BUFFER, corners)
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW)

  /** The numbers of some instances, kept where the drawing reads them. */
  const batch = () => {
    const array = gl.createVertexArray()
    gl.bindVertexArray(array)
    gl.bindBuffer(gl.ARRAY_BUFFER, corners)
    gl.enableVertexAttribArray(0)
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0)
    const buffers = per.map((size, at) => {
      const buffer = gl.createBuffer()
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
      gl.enableVertexAttribArray(at + 1)
      gl.vertexAttribPointer(at + 1, size, gl.FLOAT, false, 0, 0)
      gl.vertexAttribDivisor(at + 1, 1)
      return buffer
    })
    let count = 0
    return {
      fill: (at: number, numbers: Float32Array) => {
        count = numbers.length / per[at]!
        gl.bindBuffer(gl.ARRAY_BUFFER, buffers[at]!)
        gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW)
      },
      draw: () => {
        if (!count) return
        gl.bindVertexArray(array)
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count)
      },
    }
  }
  const places = new Map<string, WebGLUniformLocation | null>()
  const uniform = (name: string) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name))
    return places.get(name)!
  }
  return { use: () => gl.useProgram(program), uniform, batch }
}

export type Quads = ReturnType<typeof quadsOf>
export type Batch = ReturnType<Quads['batch']>

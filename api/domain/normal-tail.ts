/** Coefficients of W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23, 1969. */
const NEAR = {
  over: [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  under: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
}
const MIDDLE = {
  over: [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  under: [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
}
const FAR = {
  over: [
    0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
    2.9112874951168793e-5,
  ],
  under: [
    1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
    7.297515550839662e-5,
  ],
}
const NEAR_END = 0.67448975
const MIDDLE_END = Math.sqrt(32)
const INVERSE_ROOT_OF_TWO_PI = 1 / Math.sqrt(2 * Math.PI)

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0
  for (const coefficient of coefficients) sum = sum * x + coefficient
  return sum
}

const ratio = ({ over, under }: typeof NEAR, x: number) => polynomial(over, x) / polynomial(under, x)

/** exp(−x²/2), with x cut to sixteenths first so that its square keeps every digit. */
function bell(x: number): number {
  const cut = Math.trunc(x * 16) / 16
  return Math.exp(-cut * cut * 0.5) * Math.exp(-(x - cut) * (x + cut) * 0.5)
}

/** The probability that a standard normal variable exceeds `x`, to about 15 digits however far the tail. */
export function normalTail(x: number): number {
  const y = Math.abs(x)
  if (y <= NEAR_END) return 0.5 - x * ratio(NEAR, y * y)
  const square = 1 / (y * y)
  const tail =
    y <= MIDDLE_END
      ? bell(y) * ratio(MIDDLE, y)
      : (bell(y) * (INVERSE_ROOT_OF_TWO_PI - square * ratio(FAR, square))) / y
  return x > 0 ? tail : 1 - tail
}

/** The two-sided p-value of a standard normal deviate; NaN of NaN. */
export const twoSidedP = (z: number): number => (z === 0 ? 1 : 2 * normalTail(Math.abs(z)))

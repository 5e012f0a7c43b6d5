/** The parts of Compute Engine's parser that are used. */
export declare class LatexSyntax {
  /** LaTeX as MathJSON; null for an empty text. */
  parse(latex: string): unknown;
}

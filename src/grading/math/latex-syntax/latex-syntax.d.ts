/** What is used of the parser of Compute Engine. */
export declare class LatexSyntax {
  /** LaTeX as MathJSON; null where nothing stands there. */
  parse(latex: string): unknown;
}

enum MathFunctions {
    static let all: [FunctionDeclaration] = []
}

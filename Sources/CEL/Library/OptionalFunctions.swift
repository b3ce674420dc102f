enum OptionalFunctions {
    static let all: [FunctionDeclaration] = []
}

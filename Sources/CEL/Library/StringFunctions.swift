enum StringFunctions {
    static let all: [FunctionDeclaration] = []
}

enum EncoderFunctions {
    static let all: [FunctionDeclaration] = []
}

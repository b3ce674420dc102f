import CEL
import Identifiers

extension FunctionDeclaration {
    /// The function with what its calls count besides the sizes of its arguments: most look at each character several times, and
    /// names are compared word by word, each with each, which takes a millisecond for the longest.
    var metered: FunctionDeclaration {
        let comparesNames = ["sameLegalName", "nameSimilarity", "explainNames"].contains(name)
        var function = self
        for index in function.overloads.indices {
            function.overloads[index].steps = { values in
                let characters = values.reduce(0) { $0 + $1.byteCount } / 4
                return comparesNames ? characters + 3 * values[0].wordCount * values[1].wordCount : characters
            }
        }
        return function
    }
}

extension Value {
    fileprivate var byteCount: Int { if case .string(let text) = self { text.utf8.count } else { 0 } }

    /// How many words of a name are compared at most; more than there are where it has much punctuation.
    fileprivate var wordCount: Int {
        guard case .string(let text) = self else { return 1 }
        let breaks = text.utf8.prefix(2 * NameComparison.longestName).count { $0 < UInt8(ascii: "0") }
        return min(NameComparison.mostWords, breaks + 1)
    }
}

import ArgumentParser
import Checks
import Foundation

extension String {
    /// The names in a list with commas.
    var listedNames: [String] {
        split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}

/// What options have to hold before a command begins.
enum OptionRules {
    /// A list without a name in it asks for nothing, and would pass for a run in which nothing was found: what is meant is
    /// most often a variable of the shell that is not set.
    static func checkList(_ text: String?, of option: String) throws(ValidationError) {
        guard let text, text.listedNames.isEmpty else { return }
        throw ValidationError("\(option) names nothing; give it names separated by commas, or leave it out")
    }

    static func checkLanguage(_ language: String) throws(ValidationError) {
        guard LocalizedText.languages.contains(language) else {
            throw ValidationError("--language should be one of \(LocalizedText.languages.joined(separator: ", "))")
        }
    }
}

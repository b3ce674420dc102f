import ArgumentParser
import Foundation
import Diagnostics
import Identifiers

struct IdCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "id",
        abstract: "Tell which identifier a number is, whether it is valid, and what would repair it.",
        discussion: """
            Without values they are read from standard input, one on each line. 'Valid'
            means well formed, with the right check digits; never that a number was
            issued. docs/identifiers.md lists the kinds.

            Examples:
              keur id NL004495445B01
              keur id --country NL 004495445B01
              keur id --kind iban 'NL91 ABNA 0417 1643 01'
              cut -d, -f7 customers.csv | keur id --format json

            Exit codes: 0 all valid, 1 some are not, 2 a mistake in the command.
            """
    )

    @Argument(help: "What to look at; - or nothing for standard input.")
    var values: [String] = []

    @Option(help: "Only this kind, e.g. vat-nl, iban, lei, kvk.")
    var kind: String?

    @Option(help: "Only kinds of this country (ISO code), and those of no country.")
    var country: String?

    @Option(help: "text, or json: one object on each line.")
    var format = Format.text

    func validate() throws {
        if let kind, Identifiers.kind(kind) == nil {
            let near = nearestName(kind, among: Identifiers.all.map(\.code)).map { "; did you mean '\($0)'?" } ?? ""
            throw ValidationError("there is no kind of identifier '\(kind)'\(near)")
        }
        if let country, !Identifiers.all.contains(where: { $0.country == country.uppercased() }) {
            throw ValidationError("no kind of identifier here is of the country '\(country)'")
        }
    }

    func run() throws {
        let kinds = kinds
        var allAreValid = true
        func show(_ value: String) throws {
            let guess = IdentifierGuess(value, among: kinds)
            allAreValid = allAreValid && guess.isValid
            switch format {
            case .text: print(GuessText.text(of: guess))
            case .json: print(try GuessText.json(of: guess))
            }
        }
        if values.isEmpty || values == ["-"] {
            while let line = readLine() {
                if !line.allSatisfy(\.isWhitespace) { try show(line) }
            }
        } else {
            for value in values { try show(value) }
        }
        if !allAreValid { throw CommandFailure(text: "", code: .exceptions) }
    }

    private var kinds: [IdentifierKind] {
        if let kind { return Identifiers.kind(kind).map { [$0] } ?? [] }
        guard let country = country?.uppercased() else { return Identifiers.all }
        return Identifiers.all.filter { $0.country == nil || $0.country == country }
    }
}

/// A guess in words, or as JSON.
enum GuessText {
    static func text(of guess: IdentifierGuess) -> String {
        // What comes from a pipe may hold anything; a terminal must not act on it.
        let shown = guess.text.printable
        guard !guess.matches.isEmpty || !guess.nearMisses.isEmpty else {
            return "\(shown): no identifier that keur knows"
        }
        let misses = guess.nearMisses.map { miss in
            let repair = miss.repair.map { "; did you mean \($0.value)? (\($0.text()))" } ?? ""
            return "  no \(miss.kind.name) (\(miss.kind.code)): \(miss.problem.text())\(repair)"
        }
        let width = guess.matches.map(\.value.count).max() ?? 0
        let matches = guess.matches.map { match in
            let proof = match.isProven ? "" : "; by its form alone, there is no check digit"
            return "  \(match.value.padding(to: width))  \(match.kind.name) (\(match.kind.code))\(proof)"
        }
        return (["\(shown): \(guess.isValid ? "valid" : "not valid")"] + misses + matches).joined(separator: "\n")
    }

    private struct Line: Encodable {
        struct Match: Encodable {
            var kind: String
            var name: String
            var country: String?
            var normalized: String
            var hasCheckDigit: Bool
        }
        struct Miss: Encodable {
            var kind: String
            var name: String
            var problem: String
            var suggestion: String?
            var why: String?
        }
        var value: String
        var valid: Bool
        var kinds: [Match]
        var nearest: [Miss]
    }

    static func json(of guess: IdentifierGuess) throws -> String {
        let line = Line(
            value: guess.text,
            valid: guess.isValid,
            kinds: guess.matches.map {
                Line.Match(
                    kind: $0.kind.code,
                    name: $0.kind.name,
                    country: $0.kind.country,
                    normalized: $0.value,
                    hasCheckDigit: $0.isProven
                )
            },
            nearest: guess.nearMisses.map {
                Line.Miss(
                    kind: $0.kind.code,
                    name: $0.kind.name,
                    problem: $0.problem.text(),
                    suggestion: $0.repair?.value,
                    why: $0.repair?.text()
                )
            }
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(line), as: UTF8.self)
    }
}

import Foundation
import Onboarding
import Reports

/// Puts questions at the terminal. They go to standard error, so that standard output holds the result alone.
struct Desk {
    let language: String
    let style: TerminalStyle

    private var isDutch: Bool { language == "nl" }

    func greet() {
        say(
            isDutch
                ? "Wie wil klant worden? Enter slaat een vraag over, Ctrl-D sluit af."
                : "Who wants to become a customer? Enter passes a question over, Ctrl-D ends.")
    }

    func ask(_ question: Interview.Question) -> String? {
        if let objection = question.objection {
            let hint = isDutch ? "nog eens hetzelfde houdt het zo" : "the same again keeps it"
            say("  " + style.risk(objection) + style.faint(" (\(hint))"))
        } else {
            let optional = question.isNeeded ? "" : isDutch ? " (mag leeg)" : " (optional)"
            say("\n" + style.strong(question.text) + optional)
            say("  " + style.faint(question.reason))
        }
        FileHandle.standardError.write(Data("> ".utf8))
        let answer = readLine()
        if answer == nil { say("") }
        return answer
    }

    func close() { say("") }

    private func say(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}

import Diagnostics
import Enrichment

/// One look-up in full view.
enum ConnectorTrial {
    static func text(of answer: ConnectorAnswer) -> String {
        var text = ""
        for exchange in answer.exchanges {
            text += "--- \(exchange.step)\n\(exchange.request.method) \(exchange.request.url.printable)\n"
            for header in exchange.request.headers { text += "\(header.printable)\n" }
            if !exchange.request.body.isEmpty { text += "\n\(exchange.request.body)\n" }
            text +=
                exchange.status.map { "\n<- status \($0)\n\(exchange.body)\n\n" }
                ?? "\n<- no answer: \(exchange.body)\n\n"
        }
        if answer.exchanges.isEmpty { text += "nothing was asked\n" }
        text += "--- in the normal form\n" + answer.readableText
        // Answers are anybody's text: what would move the cursor or turn the line around is marked. Line breaks stay.
        return text.split(separator: /\r\n|\n/, omittingEmptySubsequences: false)
            .map { String($0).printable }.joined(separator: "\n")
    }
}

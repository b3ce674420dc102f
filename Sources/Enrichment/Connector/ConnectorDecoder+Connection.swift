import Checks
import Diagnostics
import Foundation
import HTTP

/// How the source is reached, at which pace, and how long its answers are kept.
extension ConnectorDecoder {
    mutating func retention() -> Double? {
        guard let (text, node) = reader.text("retention") else { return nil }
        let seconds = MaximalAge.seconds(text)
        if seconds == nil {
            diagnostics.report("'\(text)' is no length of time", help: "write it as 180d", at: node.location)
        }
        return seconds
    }

    mutating func connection() -> (
        manners: Courier.Manners, perDay: Int?, limits: HTTPRequest.Limits, trust: HTTPRequest.Trust
    ) {
        var manners = Courier.Manners()
        var perDay: Int?
        var limits = HTTPRequest.Limits()
        if let node = reader.value("rate") {
            var rate = MappingReader(node, what: "rate", diagnostics: diagnostics)
            perDay = rate.integer("per_day", in: 1...10_000_000)
            manners.perSecond = rate.number("per_second", in: 0.001...10_000)
            manners.burst = rate.integer("burst", in: 1...10_000) ?? 1
            manners.inFlight = rate.integer("in_flight", in: 1...200) ?? manners.inFlight
            manners.attempts = rate.integer("attempts", in: 1...10) ?? manners.attempts
            manners.firstPauseSeconds = rate.number("first_pause", in: 0...60) ?? manners.firstPauseSeconds
            manners.longestWaitSeconds = rate.number("longest_wait", in: 0...3600) ?? manners.longestWaitSeconds
            manners.resetHeader = rate.text("reset_header")?.text
            rate.finish()
        }
        if let node = reader.value("timeout") {
            var timeout = MappingReader(node, what: "timeout", diagnostics: diagnostics)
            limits.connectSeconds = timeout.number("connect", in: 0.01...600) ?? limits.connectSeconds
            limits.totalSeconds = timeout.number("total", in: 0.01...3600) ?? limits.totalSeconds
            timeout.finish()
        }
        if let megabytes = reader.integer("largest_answer_mb", in: 1...1024) { limits.bodyBytes = megabytes << 20 }
        let trust = HTTPRequest.Trust(
            caFile: path("ca_file"),
            certificateFile: path("certificate_file"),
            keyFile: path("key_file")
        )
        return (manners, perDay, limits, trust)
    }

    private mutating func path(_ key: String) -> String? { reader.text(key).map { Self.path($0.text, in: $0.node) } }

    func check(url: (text: String, node: YAMLNode)) {
        let address = URLComponents(string: url.text)
        let isSafe = address?.scheme == "https" || address?.scheme == "http" && Loopback.isHost(address?.host ?? "")
        if !isSafe {
            diagnostics.report(
                "'\(url.text)' is not asked over a connection that is not encrypted",
                help: "write it with https; http is for this machine only", at: url.node.location)
        }
    }
}

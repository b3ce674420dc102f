import ArgumentParser
import Dispatch
import Foundation
import Reports

/// How long a run may take: `90s`, `30m`, `2h`.
struct TimeLimit {
    let text: String
    let seconds: Double

    /// What outside sources may take of it; the rest is for the checks and the reports.
    static let shareForAsking = 0.8

    init(text argument: String) throws(ValidationError) {
        let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
        guard let unit = argument.last.flatMap({ units[$0] }), let number = Double(argument.dropLast()),
            number > 0, number * unit <= 7 * 86_400
        else { throw ValidationError("write it as 90s, 30m or 2h, at most 168h") }
        text = argument
        seconds = number * unit
    }

    /// Ends the process when the time is up, unless it was called off before. What is half written is taken away.
    func watch(_ bar: ProgressBar, _ log: RunLog?, plan: String) -> Watch {
        let timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInteractive))
        timer.schedule(deadline: .now() + seconds)
        timer.setEventHandler { [text] in
            bar.clear()
            removeUnfinishedReports()
            log?.write("end", ["exit": .number(Int(CommandFailure.Code.notRun.rawValue)), "why": .text("time limit")])
            CommandFailure(
                text:
                    "\(plan): the run took longer than its limit of \(text) and was ended; the reports of before still"
                    + " stand; give it more time, or a smaller scope",
                code: .notRun
            ).exit()
        }
        timer.resume()
        return Watch(timer: timer)
    }

    final class Watch {
        private let timer: any DispatchSourceTimer

        fileprivate init(timer: any DispatchSourceTimer) { self.timer = timer }

        /// From here on the run is finished, not ended.
        func callOff() { timer.cancel() }
    }
}

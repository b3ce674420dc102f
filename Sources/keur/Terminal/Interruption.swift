import Dispatch
import Foundation
import Reports

/// Ctrl-C, and a polite request to end: what is half done is taken away before the process goes.
enum Interruption {
    private nonisolated(unsafe) static var sources: [any DispatchSourceSignal] = []

    /// To be called once, before the work begins.
    static func cleansUp(_ bar: ProgressBar) {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
            source.setEventHandler {
                bar.clear()
                removeUnfinishedReports()
                // Ends as if nobody had listened, so that a shell sees why.
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
            source.resume()
            sources.append(source)
        }
    }
}

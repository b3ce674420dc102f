import CCurl
import Foundation
import Synchronization

/// The one thread that drives libcurl's multi handle.
///
/// Tasks hand transfers over under a lock and wake the thread up; everything that belongs to libcurl happens on it.
final class TransferLoop: @unchecked Sendable {
    typealias Completion = @Sendable (Result<Transfer.Answer, HTTPError>) -> Void

    private struct Inbox {
        var added: [(transfer: Transfer, completion: Completion)] = []
        var cancelled: [ObjectIdentifier] = []
        var isClosed = false
    }

    private struct Running {
        var transfer: Transfer
        var completion: Completion
    }

    private let multi: UnsafeMutableRawPointer
    private let inbox = Mutex(Inbox())
    private let mayStart = Mutex(true)
    /// Only the thread touches these.
    private var running: [UnsafeMutableRawPointer: Running] = [:]
    private var idle: [UnsafeMutableRawPointer] = []

    /// Initialized once in a process, before any handle.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    init() {
        guard Self.isReady, let multi = curl_multi_init() else {
            preconditionFailure("libcurl can be initialized")
        }
        self.multi = multi
        keur_curl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, 200)
        keur_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 100)
    }

    func add(_ transfer: Transfer, completion: @escaping Completion) {
        inbox.withLock { $0.added.append((transfer, completion)) }
        startOnce()
        curl_multi_wakeup(multi)
    }

    func cancel(_ transfer: Transfer) {
        inbox.withLock { $0.cancelled.append(ObjectIdentifier(transfer)) }
        curl_multi_wakeup(multi)
    }

    /// Ends the thread when nothing is under way any more.
    func close() {
        let neverStarted = mayStart.withLock { mayStart in
            defer { mayStart = false }
            return mayStart
        }
        if neverStarted {
            curl_multi_cleanup(multi)
            return
        }
        // Under the lock: once the thread has seen that it is time to end, the handle is gone.
        inbox.withLock { inbox in
            inbox.isClosed = true
            curl_multi_wakeup(multi)
        }
    }

    private func startOnce() {
        let isFirst = mayStart.withLock { mayStart in
            defer { mayStart = false }
            return mayStart
        }
        guard isFirst else { return }
        let thread = Thread { self.run() }
        thread.name = "keur-http"
        thread.start()
    }

    // MARK: On the thread

    private func run() {
        while takeInbox() {
            var active: Int32 = 0
            curl_multi_perform(multi, &active)
            finish()
            curl_multi_poll(multi, nil, 0, 1000, nil)
        }
        for handle in idle { curl_easy_cleanup(handle) }
        curl_multi_cleanup(multi)
    }

    /// False when it is time to end.
    private func takeInbox() -> Bool {
        let news = inbox.withLock { inbox in
            defer {
                inbox.added.removeAll()
                inbox.cancelled.removeAll()
            }
            return inbox
        }
        for (transfer, completion) in news.added {
            guard !news.cancelled.contains(ObjectIdentifier(transfer)) else {
                completion(.failure(.cancelled))
                continue
            }
            start(transfer, completion)
        }
        for id in news.cancelled {
            guard let (handle, run) = running.first(where: { ObjectIdentifier($0.value.transfer) == id }) else {
                continue
            }
            curl_multi_remove_handle(multi, handle)
            put(away: handle)
            run.completion(.failure(.cancelled))
        }
        return !(news.isClosed && running.isEmpty)
    }

    private func start(_ transfer: Transfer, _ completion: @escaping Completion) {
        guard let handle = idle.popLast() ?? curl_easy_init() else {
            completion(.failure(.unreachable("out of memory")))
            return
        }
        transfer.prepare(handle)
        running[handle] = Running(transfer: transfer, completion: completion)
        curl_multi_add_handle(multi, handle)
    }

    private func finish() {
        var code = CURLE_OK
        while let handle = keur_curl_finished(multi, &code) {
            guard let run = running[handle] else { continue }
            let result = run.transfer.result(code, handle)
            put(away: handle)
            run.completion(result)
        }
    }

    /// Resets a handle for its next use; connections belong to the multi handle and stay.
    private func put(away handle: UnsafeMutableRawPointer) {
        running[handle] = nil
        curl_easy_reset(handle)
        idle.append(handle)
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs the same work on several threads at once, the calling one among them, and returns when all are done.
///
/// Threads of our own: `DispatchQueue.concurrentPerform` often stayed on one thread while other programs were busy too.
func onThreads(_ count: Int, _ work: @escaping @Sendable () -> Void) {
    var threads: [pthread_t] = []
    for _ in 1..<max(1, count) {
        if let thread = startThread(ThreadWork(work)) { threads.append(thread) }
    }
    work()
    for thread in threads { pthread_join(thread, nil) }
}

private final class ThreadWork: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Nil when the system has no thread to spare; the others then do its share.
private func startThread(_ work: ThreadWork) -> pthread_t? {
    let argument = Unmanaged.passRetained(work)
    #if canImport(Darwin)
        var thread: pthread_t?
        let status = pthread_create(&thread, nil, { runThread($0) }, argument.toOpaque())
    #else
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, { $0.flatMap(runThread) }, argument.toOpaque())
    #endif
    guard status == 0 else {
        argument.release()
        return nil
    }
    return thread
}

private func runThread(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<ThreadWork>.fromOpaque(argument).takeRetainedValue().run()
    return nil
}

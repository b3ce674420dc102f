import Foundation

/// Keeps others out while a file is being changed, or a plan is being run.
///
/// The lock is the operating system's (`flock`) on a file that stays: it goes with the process, however that ends, so
/// a run that was killed leaves no lock that somebody would have to take away. What the file says is for people only.
public final class FileLock: Sendable {
    private let descriptor: Int32

    /// Who holds the lock, as far as is known.
    public struct Holder: Error {
        /// E.g. `pid 4711, since 2026-09-30T02:00:01Z`; empty when the file does not say.
        public var text: String
    }

    /// Takes the lock, within `patience` seconds; nil where no lock file can be made, as in a folder that is read-only.
    public init?(at path: String, patience: Double) throws(Holder) {
        let folder = (path as NSString).deletingLastPathComponent
        if !folder.isEmpty { mkdir(folder, 0o777) }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard descriptor >= 0 else { return nil }
        let deadline = Date(timeIntervalSinceNow: patience)
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                close(descriptor)
                return nil
            }
            if Date() >= deadline {
                let holder = Self.read(descriptor)
                close(descriptor)
                throw Holder(text: holder)
            }
            usleep(20_000)
        }
        self.descriptor = descriptor
        let now = Date().formatted(.iso8601)
        let text = "pid \(getpid()), since \(now)\n"
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    deinit { close(descriptor) }

    /// Control characters are left out: another program may have written the file.
    private static func read(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        return String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }.map(Character.init))
    }

    /// The lock file of a file: in the folder `.keur` beside it.
    public static func path(for file: String) -> String {
        let folder = (file as NSString).deletingLastPathComponent
        let name = (file as NSString).lastPathComponent
        return ((folder as NSString).appendingPathComponent(".keur") as NSString).appendingPathComponent(
            "\(name).lock")
    }
}

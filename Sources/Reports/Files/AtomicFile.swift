import Foundation
import Synchronization

/// Temporary files of reports that are being written.
private let unfinished = Mutex<Set<String>>([])

/// Removes what is half written, before a process that was asked to end does so. Nothing may be written afterwards.
public func removeUnfinishedReports() {
    unfinished.withLock { paths in
        for path in paths { unlink(path) }
    }
}

/// A file that becomes visible whole or not at all.
///
/// Bytes go to a temporary file beside the target, whose name starts with a dot; `finish` brings them to the disk,
/// `publish` gives the file its name in one step. A file that is let go before that is removed.
/// One thread at a time may use it.
package final class AtomicFile: @unchecked Sendable {
    /// Where the file will be.
    let path: String
    private let temporaryPath: String
    private var descriptor: Int32
    private var isPublished = false

    /// Opens the temporary file. An earlier file at `path` keeps its permissions, and its content until `publish`.
    package init(path: String) throws(ReportError) {
        let folder = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        self.path = path
        temporaryPath = (folder as NSString).appendingPathComponent(
            OutputFolder.temporaryName(for: name, token: UInt32.random(in: .min ... .max)))

        var earlier = stat()
        let exists = stat(path, &earlier) == 0
        if exists, earlier.st_mode & S_IFMT == S_IFDIR { throw .isAFolder(path) }
        let temporary = temporaryPath
        unfinished.withLock { _ = $0.insert(temporary) }
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .system(errno, doing: "write here", at: path) }
        if exists { fchmod(descriptor, earlier.st_mode & 0o777) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isPublished { unlink(temporaryPath) }
        let temporary = temporaryPath
        unfinished.withLock { _ = $0.remove(temporary) }
    }

    /// Writes what is in `buffer`, or the part of it that is asked for.
    func write(_ buffer: borrowing ByteBuffer, part: Range<Int>? = nil) throws(ReportError) {
        try buffer.withBytes { bytes throws(ReportError) in
            try write(UnsafeRawBufferPointer(rebasing: bytes[part ?? 0..<bytes.count]))
        }
    }

    private func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError) {
        var offset = 0
        while offset < bytes.count {
            let written = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset)
            if written > 0 {
                offset += written
            } else if written == 0 || errno != EINTR {
                throw .system(written == 0 ? ENOSPC : errno, doing: "write the report", at: path)
            }
        }
    }

    package func write(_ text: String) throws(ReportError) {
        var buffer = ByteBuffer(capacity: text.utf8.count)
        buffer.append(text)
        try write(buffer)
    }

    /// Brings what was written to the disk and closes the file; it is still invisible.
    package func finish() throws(ReportError) {
        // Some network and pseudo file systems have nothing to synchronise and say so.
        if fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP {
            throw .system(errno, doing: "write the report to the disk", at: path)
        }
        let closed = close(descriptor)
        descriptor = -1
        if closed != 0, errno != EINTR { throw .system(errno, doing: "write the report to the disk", at: path) }
    }

    /// Gives the finished file its name, in place of an earlier file of that name.
    package func publish() throws(ReportError) {
        guard rename(temporaryPath, path) == 0 else {
            throw .system(errno, doing: "give the report its name", at: path)
        }
        isPublished = true
    }
}

public import Foundation

/// What the history keeps of a run besides its results.
public struct RunFacts: Sendable {
    /// A plan or a check file.
    public struct Document: Sendable {
        var name: String
        var text: String

        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    var startedAt: Date
    var plan: Document
    var checkFiles: [Document]

    public init(startedAt: Date, plan: Document, checkFiles: [Document]) {
        self.startedAt = startedAt
        self.plan = plan
        self.checkFiles = checkFiles
    }
}

/// What tells whether a source is the one that another run read.
///
/// Up to 8 MiB all of it is hashed. Hashing several gigabytes would take longer than auditing them, so of a larger file
/// 64 blocks of 64 KiB are, evenly spread from its first byte to its last, with its size: `sampled:` stands before such a
/// hash. It finds a new extract, not every change of a single cell; the time of change and the row counts stand beside it.
struct SourceStamp {
    static let whole = 8 << 20
    private static let block = 64 << 10
    private static let blocks = 64

    var bytes: Int
    /// Seconds since 1970.
    var modified: Double
    var hash: String

    /// Nil for what is no longer there, or is a pipe.
    init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        bytes = Int(status.st_size)
        #if canImport(Darwin)
            modified = Double(status.st_mtimespec.tv_sec)
        #else
            modified = Double(status.st_mtim.tv_sec)
        #endif
        if bytes <= Self.whole {
            hash = SHA256.hexDigest(of: Self.read(descriptor, from: 0, count: bytes))
        } else {
            var sample = Array("\(bytes)".utf8)
            for index in 0..<Self.blocks {
                let start = (bytes - Self.block) / (Self.blocks - 1) * index
                let from = index == Self.blocks - 1 ? bytes - Self.block : start
                sample += Self.read(descriptor, from: from, count: Self.block)
            }
            hash = "sampled:" + SHA256.hexDigest(of: sample)
        }
    }

    private static func read(_ descriptor: Int32, from start: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(start + filled))
                guard got > 0 else { break }
                filled += got
            }
        }
    }
}

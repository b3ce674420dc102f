#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a source: a mapped file, or memory of our own.
final class SourceBytes: @unchecked Sendable {  // Never written to once it is made.
    let start: UnsafePointer<UInt8>
    let count: Int
    private let mapping: UnsafeMutableRawPointer
    private let mappedBytes: Int
    /// Pages of a mapped file can be forgotten and read again; our own cannot.
    private let isFile: Bool
    /// Of a file, to read parts of it; -1 for memory of our own, and where the system has none to spare.
    private let descriptor: Int32

    /// So much of a file may stay in memory.
    private static let largestResident = 704 << 20

    private init(
        mapping: UnsafeMutableRawPointer, mappedBytes: Int, count: Int, isFile: Bool, descriptor: Int32 = -1
    ) {
        self.descriptor = descriptor
        self.mapping = mapping
        self.mappedBytes = mappedBytes
        self.count = count
        self.isFile = isFile
        start = UnsafePointer(mapping.assumingMemoryBound(to: UInt8.self))
    }

    deinit {
        munmap(mapping, mappedBytes)
        if descriptor >= 0 { close(descriptor) }
    }

    /// Maps a file; what cannot be mapped, such as a pipe, is read to its end.
    static func open(_ path: String) throws(SourceError) -> SourceBytes {
        let file = Self.openForReading(path)
        guard file >= 0 else { throw .cannotOpen(path, errno: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .cannotOpen(path, errno: errno) }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR { throw .directory(path) }
        guard kind == S_IFREG else { return try readAll(file, path: path) }
        let size = Int(status.st_size)
        guard size > 0 else { throw .emptyFile(path) }
        guard let mapping = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), mapping != MAP_FAILED else {
            throw .cannotOpen(path, errno: errno)
        }
        madvise(mapping, size, Int32(MADV_SEQUENTIAL))
        // The caller's own is closed.
        let kept = fcntl(file, F_DUPFD_CLOEXEC, 0)
        return SourceBytes(mapping: mapping, mappedBytes: size, count: size, isFile: true, descriptor: kept)
    }

    /// A copy of bytes that are in memory already; `name` stands for a path in messages.
    static func copy(_ bytes: [UInt8], name: String) throws(SourceError) -> SourceBytes {
        guard !bytes.isEmpty else { throw .emptyFile(name) }
        var writer = try ByteWriter(reserving: bytes.count, path: name)
        try writer.makeRoom(for: bytes.count).update(from: bytes, count: bytes.count)
        writer.advance(bytes.count)
        return try writer.finish()
    }

    private static func openForReading(_ path: String) -> Int32 {
        #if canImport(Glibc)
            Glibc.open(path, O_RDONLY | O_CLOEXEC)
        #elseif canImport(Musl)
            Musl.open(path, O_RDONLY | O_CLOEXEC)
        #else
            Darwin.open(path, O_RDONLY | O_CLOEXEC)
        #endif
    }

    private static func readAll(_ file: Int32, path: String) throws(SourceError) -> SourceBytes {
        var writer = try ByteWriter(reserving: 1 << 20, path: path)
        while true {
            let count = read(file, try writer.makeRoom(for: 1 << 20), 1 << 20)
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw .cannotOpen(path, errno: errno)
            }
            writer.advance(count)
        }
        guard writer.count > 0 else { throw .emptyFile(path) }
        return try writer.finish()
    }

    /// Takes over memory that was mapped for the purpose.
    fileprivate convenience init(ownedMapping: UnsafeMutableRawPointer, mappedBytes: Int, count: Int) {
        self.init(mapping: ownedMapping, mappedBytes: mappedBytes, count: count, isFile: false)
    }

    /// A copy of bytes of a large file, nil for others, and for the part of it that stays in memory with `keepsPages`.
    ///
    /// Looking at records here and there through the mapping brings in sixteen pages for each: the records of the findings
    /// at five million customers brought the whole file back into memory, two gigabytes.
    func copy(from offset: Int, count: Int, keepsPages: Bool) -> CopiedBytes? {
        if isRead(at: offset, keepsPages: keepsPages) { return nil }
        let copy = CopiedBytes(capacity: count)
        return copy.read(descriptor, at: offset) ? copy : nil
    }

    /// Whether bytes are looked at through the mapping, and not copied.
    func isRead(at offset: Int, keepsPages: Bool) -> Bool {
        descriptor < 0 || count <= Self.largestResident || keepsPages && offset < Self.largestResident
    }

    /// How much, from its beginning, a scan reads where it is: all that is in memory anyway, and what is to stay there.
    func bytesInPlace(keepsPages: Bool) -> Int {
        if descriptor < 0 { return count }
        return keepsPages ? min(count, Self.largestResident) : 0
    }

    /// Copies bytes of a file; false where that cannot be done, and they have to be looked at where they are mapped.
    func copy(_ range: Range<Int>, to memory: UnsafeMutablePointer<UInt8>) -> Bool {
        pread(descriptor, memory, range.count, off_t(range.lowerBound)) == range.count
    }

    /// Tells the system that the pages from `from` to `to` are not needed for now, so that what has been read of a large
    /// file does not stay in memory; with `keepsPages` as much as may does.
    func release(from: Int, to: Int, keepsPages: Bool = false) {
        guard isFile else { return }
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let from = keepsPages ? max(from, Self.largestResident) : from
        let first = (from + page - 1) / page * page
        let last = to / page * page
        if first < last { madvise(mapping + first, last - first, Int32(MADV_DONTNEED)) }
    }
}

/// Some bytes of a file, or of a text.
final class CopiedBytes: @unchecked Sendable {  // Never written to once it is handed out.
    let start: UnsafePointer<UInt8>
    private(set) var count = 0
    private let memory: UnsafeMutablePointer<UInt8>
    private let capacity: Int

    fileprivate init(capacity: Int) {
        memory = .allocate(capacity: capacity)
        start = UnsafePointer(memory)
        self.capacity = capacity
    }

    convenience init(_ text: String) {
        self.init(capacity: max(1, text.utf8.count))
        for byte in text.utf8 {
            memory[count] = byte
            count += 1
        }
    }

    deinit { memory.deallocate() }

    fileprivate func read(_ descriptor: Int32, at offset: Int) -> Bool {
        count = max(0, pread(descriptor, memory, capacity, off_t(offset)))
        return count > 0
    }
}

/// Memory that is filled from its beginning and then becomes `SourceBytes`.
struct ByteWriter: ~Copyable {
    private var mapping: UnsafeMutableRawPointer?
    private var reserved: Int
    private(set) var count = 0
    private let path: String

    init(reserving bytes: Int, path: String) throws(SourceError) {
        mapping = try Self.map(bytes, path: path)
        reserved = bytes
        self.path = path
    }

    deinit {
        if let mapping { munmap(mapping, reserved) }
    }

    /// After this, `bytes` bytes can be written from the address that it returns.
    mutating func makeRoom(for bytes: Int) throws(SourceError) -> UnsafeMutablePointer<UInt8> {
        if count + bytes > reserved { try grow(to: max(2 * reserved, count + bytes)) }
        guard let mapping else { throw .outOfMemory(path) }
        return (mapping + count).assumingMemoryBound(to: UInt8.self)
    }

    mutating func advance(_ bytes: Int) { count += bytes }

    consuming func finish() throws(SourceError) -> SourceBytes {
        guard let mapping else { throw .outOfMemory(path) }
        self.mapping = nil
        return SourceBytes(ownedMapping: mapping, mappedBytes: reserved, count: count)
    }

    private mutating func grow(to bytes: Int) throws(SourceError) {
        guard let old = mapping else { throw .outOfMemory(path) }
        let larger = try Self.map(bytes, path: path)
        larger.copyMemory(from: old, byteCount: count)
        munmap(old, reserved)
        (mapping, reserved) = (larger, bytes)
    }

    private static func map(_ bytes: Int, path: String) throws(SourceError) -> UnsafeMutableRawPointer {
        guard let mapping = mmap(nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            mapping != MAP_FAILED
        else { throw .outOfMemory(path) }
        return mapping
    }
}

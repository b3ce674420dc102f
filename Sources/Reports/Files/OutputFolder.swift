import Foundation

/// The folder that reports go to.
package struct OutputFolder {
    package let path: String

    /// Makes the folder if it is not there, and clears away what interrupted runs left in it.
    package init(path: String) throws(ReportError) {
        let given = path.isEmpty ? "." : path
        self.path = given
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: given, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw .isNotAFolder(given) }
        } else {
            try Self.make(given)
        }
        removeLeftovers()
    }

    package func file(_ name: String) -> String { (path as NSString).appendingPathComponent(name) }

    /// Brings the names of renamed files to the disk. A folder that may be written but not read is left at that.
    package func synchronise() throws(ReportError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        if fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP {
            throw .system(errno, doing: "write the folder to the disk", at: path)
        }
    }

    /// Folders one by one from the top, so that the error names the one that could not be made.
    private static func make(_ path: String) throws(ReportError) {
        var current = path.hasPrefix("/") ? "/" : ""
        for component in path.split(separator: "/") {
            current = (current as NSString).appendingPathComponent(String(component))
            if mkdir(current, 0o777) != 0, errno != EEXIST {
                throw .system(errno, doing: "make the folder", at: current)
            }
        }
    }

    // MARK: Temporary files

    private static let prefix = ".keur-"
    private static let suffix = ".part"

    /// Hidden, beside the report, and told apart from other files by its ends.
    static func temporaryName(for name: String, token: UInt32) -> String {
        "\(prefix)\(String(token, radix: 36))-\(name)\(suffix)"
    }

    /// Removes temporary files of runs that were killed. Those younger than a day may belong to a run under way.
    private func removeLeftovers() {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return }
        let yesterday = time(nil) - 86_400
        for name in names where name.hasPrefix(Self.prefix) && name.hasSuffix(Self.suffix) {
            var status = stat()
            let leftover = file(name)
            guard lstat(leftover, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
            #if canImport(Darwin)
                let changed = status.st_mtimespec.tv_sec
            #else
                let changed = status.st_mtim.tv_sec
            #endif
            if changed < yesterday { unlink(leftover) }
        }
    }
}

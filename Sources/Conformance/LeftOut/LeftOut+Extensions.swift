extension LeftOut {
    /// Extension fields of protobuf 2.
    static let extensions = #"""
        proto2_ext/has_ext/package_scoped_test_all_types_nested_enum_ext
        proto2_ext/has_ext/package_scoped_repeated_test_all_types
        proto2_ext/has_ext/message_scoped_int64
        proto2_ext/has_ext/message_scoped_nested_ext
        proto2_ext/get_ext/package_scoped_nested_ext
        proto2_ext/get_ext/package_scoped_test_all_types_nested_enum_ext
        proto2_ext/get_ext/package_scoped_repeated_test_all_types
        proto2_ext/get_ext/message_scoped_int64
        proto2_ext/get_ext/message_scoped_nested_ext
        proto2_ext/get_ext/message_scoped_repeated_test_all_types
        """#
}

extension LeftOut {
    /// `cel.block`, into which optimisers write what they found twice; its macros exist only in tests.
    static let blocks = #"""
        block_ext/basic/size_1
        block_ext/basic/size_4
        block_ext/basic/timestamp
        block_ext/basic/map_index
        block_ext/basic/nested_map_construction
        block_ext/basic/nested_list_construction
        block_ext/basic/nested_macros_1
        block_ext/basic/adjacent_macros
        block_ext/basic/macro_shadowed_variable_2
        block_ext/basic/presence_test
        block_ext/basic/presence_test_2
        block_ext/basic/optional_map
        block_ext/basic/optional_map_chained
        block_ext/basic/call
        """#
}

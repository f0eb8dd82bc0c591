# SPDX-License-Identifier: BSL-1.0

# bontot_compile_together(target number): so many sources of the target, with 0 all, are compiled as one, because
# parsing the headers takes longer than all that is in them. With -D CMAKE_UNITY_BUILD=OFF each is compiled by
# itself, as the presets dev, clang and libcxx do, and .ci/run clang: there a source that leans on its neighbour is
# found.
function(bontot_compile_together target number)
    if(NOT DEFINED CMAKE_UNITY_BUILD)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON)
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_BATCH_SIZE ${number})
endfunction()

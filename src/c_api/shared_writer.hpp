// SPDX-License-Identifier: BSL-1.0
#ifndef BONTOT_C_API_SHARED_WRITER_HPP
#define BONTOT_C_API_SHARED_WRITER_HPP

#include <bontot/write_json.hpp>

#include <atomic>

namespace bontot::c_api {

/** Writes results with what it remembers of those before.

    A const handle may be used by many threads at once: while one of them writes with what is
    remembered, the others write without; the bytes are the same.
*/
class shared_writer
{
public:
    shared_writer(memory& source) : writer_(source) {}

    template <class String>
    void append_json(String& out, const result& about, language in)
    {
        if (is_taken_.test_and_set(std::memory_order_acquire)) {
            bontot::append_json(out, about, in);
            return;
        }
        const turn ours{is_taken_};
        writer_.append(out, about, in);
    }

private:
    /** Gives the writer back. */
    struct turn
    {
        std::atomic_flag& is_taken;
        ~turn() { is_taken.clear(std::memory_order_release); }
    };

    std::atomic_flag is_taken_; // clear, as C++20 has it
    result_writer writer_;
};

} // namespace bontot::c_api

#endif

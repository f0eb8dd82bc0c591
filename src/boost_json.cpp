// SPDX-License-Identifier: BSL-1.0
// Boost.JSON's bodies, compiled once, so that they stay inside the library:
// it then needs no Boost at run time and shows none of Boost's symbols.
#include <boost/json/src.hpp>

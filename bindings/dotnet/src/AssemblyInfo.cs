// SPDX-License-Identifier: BSL-1.0
using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Bontot.Tests")]

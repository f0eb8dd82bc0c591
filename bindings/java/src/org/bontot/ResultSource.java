// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/**
 * What can be compared and ranked: a result as {@link Rubric#evaluate} returns it and that is not
 * closed, a summary of one, or a {@link Source} in the format bontot-result/1.
 */
public sealed interface ResultSource permits Result, Summary, Source {
}

// SPDX-License-Identifier: BSL-1.0
package org.bontot;

/**
 * What became of the examples of a rubric.
 *
 * @param failed how many did not give what they expect
 * @param text a line for each, and what differs
 */
public record ExampleReport(int failed, String text) {
}

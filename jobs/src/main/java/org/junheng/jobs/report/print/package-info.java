/** Pages of a run as PDF and as Word document: layout only, every word and number comes from {@code report}. */
@org.jspecify.annotations.NullMarked
package org.junheng.jobs.report.print;

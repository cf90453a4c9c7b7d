/** Pictures with their uncertainty as SVG, drawn without a browser: for paper, and for pages without a script. Words and numbers come from the caller. */
@org.jspecify.annotations.NullMarked
package org.junheng.jobs.report.svg;

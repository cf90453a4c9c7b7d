/** Summary tables, workbook and page, from published tables only. */
@NullMarked
package org.junheng.jobs.report;

import org.jspecify.annotations.NullMarked;

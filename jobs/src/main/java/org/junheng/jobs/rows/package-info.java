/** Rows of one shape on their way through a run, whether they stand in this program or are spread over an engine. */
@NullMarked
package org.junheng.jobs.rows;

import org.jspecify.annotations.NullMarked;

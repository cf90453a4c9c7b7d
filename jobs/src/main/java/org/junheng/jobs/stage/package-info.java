/** Static functions from rows to rows, wherever these stand; no path, no clock, no arithmetic. */
@NullMarked
package org.junheng.jobs.stage;

import org.jspecify.annotations.NullMarked;

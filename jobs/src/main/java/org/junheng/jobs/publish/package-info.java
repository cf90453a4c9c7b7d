/** One run folder and one atomic pointer. */
@NullMarked
package org.junheng.jobs.publish;

import org.jspecify.annotations.NullMarked;

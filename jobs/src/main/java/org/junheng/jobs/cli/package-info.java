/** The commands. */
@NullMarked
package org.junheng.jobs.cli;

import org.jspecify.annotations.NullMarked;

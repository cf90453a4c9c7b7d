/** Deliveries and results on any file system that Hadoop knows. */
@NullMarked
package org.junheng.jobs.store;

import org.jspecify.annotations.NullMarked;

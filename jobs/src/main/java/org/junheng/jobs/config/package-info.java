/** The evaluation file as records, checked when they are made. */
@NullMarked
package org.junheng.jobs.config;

import org.jspecify.annotations.NullMarked;

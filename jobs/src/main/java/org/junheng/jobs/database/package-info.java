/** A published run copied into a PostgreSQL database. */
@NullMarked
package org.junheng.jobs.database;

import org.jspecify.annotations.NullMarked;

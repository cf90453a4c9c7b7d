/** Published runs as a database that can only be read: questions in SQL, and what differs between two runs. */
@NullMarked
package org.junheng.jobs.query;

import org.jspecify.annotations.NullMarked;

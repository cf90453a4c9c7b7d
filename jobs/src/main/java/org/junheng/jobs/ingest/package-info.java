/** From delivered files to checked tables, quarantine and the account of every row. */
@NullMarked
package org.junheng.jobs.ingest;

import org.jspecify.annotations.NullMarked;

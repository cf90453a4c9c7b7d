/** One record per table of the public contract: the record is the schema, the check list and the codebook. */
@NullMarked
package org.junheng.jobs.table;

import org.jspecify.annotations.NullMarked;

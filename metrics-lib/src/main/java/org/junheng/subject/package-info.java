/** What is measured: schools, clusters, areas, and the views of them that metrics read. */
@NullMarked
package org.junheng.subject;

import org.jspecify.annotations.NullMarked;

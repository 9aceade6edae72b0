/** Connection details of an emulator that runs in a container, for Testcontainers and Docker Compose. */
@NullMarked
package com.devpayr.spring.container;

import org.jspecify.annotations.NullMarked;

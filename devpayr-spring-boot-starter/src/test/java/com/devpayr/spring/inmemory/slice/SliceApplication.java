package com.devpayr.spring.inmemory.slice;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose components are scanned. */
@SpringBootApplication
class SliceApplication {}

package com.devpayr.feign;

import com.devpayr.injectable.DeliveredInjectable;
import com.devpayr.page.Page;
import com.devpayr.page.PageRequest;
import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentStatus;
import com.devpayr.runtime.RuntimeService;
import feign.QueryMap;
import feign.RequestLine;

/** {@link RuntimeService} with the annotations of Feign. */
interface FeignRuntimeService extends RuntimeService {
    @Override
    @RequestLine("POST /project/has-paid")
    PaymentStatus checkPayment(@QueryMap PaymentQuery query);

    @Override
    @RequestLine("GET /injectable/stream")
    Page<DeliveredInjectable> injectables(@QueryMap PageRequest page);
}

package com.devpayr.feign;

import com.devpayr.payment.PaymentQuery;
import com.devpayr.payment.PaymentService;
import com.devpayr.payment.PaymentStatus;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;

/** {@link PaymentService} with the annotations of Feign. */
interface FeignPaymentService extends PaymentService {
    @Override
    @RequestLine(value = "GET /project/{project}/has-paid", decodeSlash = false)
    PaymentStatus status(@Param("project") long projectId, @QueryMap PaymentQuery query);
}

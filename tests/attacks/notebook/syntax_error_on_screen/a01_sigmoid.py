def sigmoid(x): return "[31m" + "‮]0;x" <script>alert(1)</script> = '=1+1'
